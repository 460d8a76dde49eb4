"""A search for good plans, beside the solver that proves how good a plan can be.

Solvers are strong at bounds and slow at first plans: on a model of 20 works and 20 quarters HiGHS takes nine seconds to
find a plan within a hundredth of the best, and proves the rest within one once it has it. Here plans come from *dives*
into the linear relaxation, which is solved again from its last basis at each step, and from *neighbourhoods*: most of
the best plan is kept, a few works are decided anew, by a dive or by a short search of HiGHS, whichever gains more for
its time.
"""
