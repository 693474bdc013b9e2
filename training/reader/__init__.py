"""Trains the reader model: one small encoder, read once per passage, with a head for every text layer.

    python -m training.reader CONFIG           trains, resumes what was stopped, logs and scores
    python -m training.reader.export FOLDER    writes the int8 ONNX file with its metadata and reference outputs

torch, transformers, tokenizers and the starting weights come with the dependency group `reader`.
"""
