"""Where positions point: one value or a range for an issue, by several rules tried on real decisions.

None of them says how talks will end. Positions run from 0 to 100, salience is above 0 and at most 100,
leverage is any positive number. Every party counts by leverage times salience unless a rule says otherwise.
"""
