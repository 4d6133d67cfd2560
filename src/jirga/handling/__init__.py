"""The copy that is safe to hand over: made by leaving out, then checked against what was left out."""
