"""A second, independent reading of models/README.md: a complete search over the plans of tiny instances.

It shares the instance (calendar, tree, facts at a node) with the product and nothing else. Runs and signings are
enumerated as whole patterns over the tree, whole spending and whole grants by branching, and only what is truly
continuous (outputs, transfers, bonuses, progress) is left to a linear programme of its own.
"""
