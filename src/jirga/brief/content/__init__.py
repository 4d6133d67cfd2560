"""What a brief says, before it is written to any kind of file: lines, markers, notes, parts."""
