"""The reader model at run time: its files, what it is given, and what its answers mean.

The only room that imports numpy, onnxruntime or tokenizers, and it is imported only when a model is to read: `package`
and `passage` need none of these, so that reading by rules starts as quickly as ever.
"""
