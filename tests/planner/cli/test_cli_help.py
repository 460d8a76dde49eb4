"""The help pages, and what the program says of itself."""

from __future__ import annotations

import pytest

from planner.cli import SECTIONS, main
from planner.errors import EXIT_MEANING, Exit

COMMANDS = [name for section in SECTIONS.values() for name in section]


def test_the_first_page(plan) -> None:
    page = plan("--help").stdout
    assert page.startswith("Usage: plan [OPTIONS] COMMAND [ARGS]...")
    for section, commands in SECTIONS.items():
        assert f"{section}:" in page
        for name, sentence in commands.items():
            assert f"  {name}" in page
            assert sentence in page
    for code, meaning in EXIT_MEANING.items():
        assert f"{code.value}  {meaning}" in page


def test_every_exit_code_has_its_meaning() -> None:
    assert list(EXIT_MEANING) == list(Exit)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(plan, name: str) -> None:
    page = plan(name, "--help").stdout
    assert page.startswith(f"Usage: plan {name} ")
    assert plan(name, "-h").stdout == page
    assert max(len(line) for line in page.splitlines()) <= 100


def test_the_sentence_in_the_list_is_true_of_the_command() -> None:
    """Each command is a file of its name, and click knows it by that name."""
    import click

    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        assert command.name == name
        assert command.help


def test_version(plan) -> None:
    from importlib.metadata import version

    assert plan("--version").stdout == f"multitrack-planner, version {version('multitrack-planner')}\n"


def test_a_command_that_is_not_there(plan) -> None:
    ended = plan("slove", "x.csv")
    assert ended.exit_code == Exit.INPUT
    assert ended.stderr == 'There is no command "slove". Did you mean "solve"? See plan --help.\n'
    assert ended.stdout == ""


def test_no_command_at_all(plan) -> None:
    ended = plan()
    assert ended.exit_code == Exit.INPUT
    assert ended.stdout == ""
    assert ended.stderr == plan("--help").stdout


def test_an_option_that_is_not_there(plan) -> None:
    ended = plan("rules", "--fromat", "json")
    assert ended.exit_code == Exit.INPUT
    assert "--fromat" in ended.stderr
    assert "--format" in ended.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(plan, shell: str) -> None:
    script = plan("completion", shell).stdout
    assert "_PLAN_COMPLETE" in script


def test_completion_knows_rules_and_choices(plan) -> None:
    ended = plan(_PLAN_COMPLETE="bash_complete", COMP_WORDS="plan solve x.csv --without clo", COMP_CWORD="4")
    assert "closed_embassy" in ended.stdout
    ended = plan(_PLAN_COMPLETE="bash_complete", COMP_WORDS="plan solve x.csv --audience p", COMP_CWORD="4")
    assert "partners" in ended.stdout
    assert "public" in ended.stdout
