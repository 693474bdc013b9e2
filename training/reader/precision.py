"""Half precision where it is faster."""

import torch


def halved() -> torch.autocast:
    """bfloat16 on processors that multiply matrices in it (AMX); others emulate it, three times slower than float32."""
    return torch.autocast("cpu", torch.bfloat16, enabled=torch.cpu._is_amx_tile_supported())
