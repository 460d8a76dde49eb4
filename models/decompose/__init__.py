"""A problem in blocks: what couples conflicts, which columns hang together without it, and what prices prove.

    blocks   which rows couple, and the blocks that remain without them
    bound    what prices of the coupling rows prove about every plan
    master   the best mixture of the plans known of each block

Conflicts share money, people, shares of money and rooms; whatever else joins two of them (a link that orders their
works) makes one block of both. Blocks are read off the rows as they were written, so that no rule is stated twice and
nothing that couples can be overlooked.
"""
