"""Components against rules: each `judge_…` yields the findings of one part of the decree."""
