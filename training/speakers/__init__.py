"""Learns the weights that choose speakers from PDNC's training novels and LitBank's training excerpts.

    python -m training.speakers            reads ../shared/corpora (FABULA_CORPORA overrides), writes the weights
    python -m training.speakers --folds 4  and says how right they are in novels that they were not learnt from

Every novel is read with fabula's own predictions: cast, mentions and cues are what the rules found, and a turn is
learnt from if a candidate is the reference's speaker. Rounds after the first see the speakers that the last weights
chose for the turns before, as they will when reading (DAgger; Ross, Gordon and Bagnell 2011).
"""
