"""``plan completion``: the script that completes commands in a shell."""

from __future__ import annotations

import click

from planner.cli.streams import emit
from planner.errors import Exit


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]), metavar="SHELL")
@click.pass_context
def command(context: click.Context, shell: str) -> Exit:
    """Print the script that completes commands, options and rules in your SHELL: bash, zsh or fish.

    \b
      bash   plan completion bash >> ~/.bashrc
      zsh    plan completion zsh >> ~/.zshrc
      fish   plan completion fish > ~/.config/fish/completions/plan.fish
    """
    from click.shell_completion import get_completion_class

    root = context.find_root()
    name = root.info_name if root.info_name in ("plan", "multitrack") else "plan"
    variable = f"_{name.upper()}_COMPLETE"
    kind = get_completion_class(shell)
    assert kind is not None
    emit(kind(root.command, {}, name, variable).source())
    return Exit.OK
