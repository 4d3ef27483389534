"""Chance that falls the same way on every machine and with every Python.

Only Random.random is promised to give the same numbers for the same seed, so all else is made
of it here.
"""

import math
import random


class Dice:
    def __init__(self, seed):
        self.random = random.Random(seed).random

    def chance(self, share):
        """True in this share (0 to 1) of the throws."""
        return self.random() < share

    def number(self, low, high):
        """A whole number from low to high, both included."""
        return low + int(self.random() * (high - low + 1))

    def pick(self, items):
        return items[int(self.random() * len(items))]

    def weighted(self, items, weight):
        """One of the items, each as likely as weight(item) says."""
        weights = [weight(item) for item in items]
        point = self.random() * sum(weights)
        for item, share in zip(items, weights):
            point -= share
            if point < 0:
                return item
        return items[-1]

    def count(self, mean):
        """How often something happens that happens `mean` times on average (Poisson)."""
        limit, happened, product = math.exp(-mean), 0, self.random()
        while product > limit:
            happened += 1
            product *= self.random()
        return happened

    def pause(self):
        """Seconds between two lines of a talk: mostly a few, now and then many minutes."""
        throw = self.random()
        if throw < 0.55:
            return self.number(5, 55)
        if throw < 0.88:
            return self.number(40, 260)
        return self.number(200, 1300)
