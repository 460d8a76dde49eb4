"""The solvers: one file each, behind one small interface (``base``); ``find`` looks them up by name."""
