"""Comparisons: a program runs on the stock library first and then on ours, and must do the same."""
