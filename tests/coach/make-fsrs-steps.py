#!/usr/bin/env python3
"""make-fsrs-steps.py > fsrs-steps.tsv: 500 steps of FSRS-6, worked out with 50 digits.

A second implementation, on purpose: it shares nothing with src/coach and follows the formulas of docs/scheduling.md as
they are written there. Chance is a small generator of its own, so that the file is the same wherever it is made.
"""

from decimal import ROUND_FLOOR, Decimal, getcontext

getcontext().prec = 50

DEFAULT = ('0.212 1.2931 2.3065 8.2956 6.4133 0.8334 3.0194 0.001 1.8722 0.1666 0.796 1.4835 0.0614 0.2629 1.6483 0.6014 '
           '1.8729 0.5425 0.0912 0.0658 0.1542')
BOUNDS = ('0.001 100|0.001 100|0.001 100|0.001 100|1 10|0.001 4|0.001 4|0.001 0.75|0 4.5|0 0.8|0.001 3.5|0.001 5|'
          '0.001 0.25|0.001 0.9|0 4|0 1|1 6|0 2|0 2|0.01 0.8|0.1 0.8')


class Chance:
    """The minimal standard generator of Park and Miller."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = self.state * 48271 % 2147483647
        return self.state % limit


def power(base, exponent):
    return (base.ln() * exponent).exp()


def clamp(value, low, high):
    return min(max(value, Decimal(low)), Decimal(high))


class Fsrs:
    def __init__(self, weights):
        self.w = [Decimal(weight) for weight in weights]
        self.decay = -self.w[20]
        self.factor = (Decimal('0.9').ln() / self.decay).exp() - 1

    def recall(self, t, s):
        return power(1 + self.factor * t / s, self.decay)

    def interval(self, r, s):
        return s / self.factor * (power(r, 1 / self.decay) - 1)

    def d0(self, g):
        return self.w[4] - (self.w[5] * (g - 1)).exp() + 1

    def stability(self, g, t, r, s, d):
        w = self.w
        if t == 0:
            increase = (w[17] * (g - 3 + w[18])).exp() * power(s, -w[19])
            after = s * (max(increase, Decimal(1)) if g >= 2 else increase)
        elif g == 1:
            after = min(w[11] * power(d, -w[12]) * (power(s + 1, w[13]) - 1) * ((1 - r) * w[14]).exp(),
                        s / (w[17] * w[18]).exp())
        else:
            bonus = w[15] if g == 2 else w[16] if g == 4 else 1
            after = s * (1 + w[8].exp() * (11 - d) * power(s, -w[9]) * (((1 - r) * w[10]).exp() - 1) * bonus)
        return clamp(after, '0.001', 36500)

    def difficulty(self, g, d):
        w = self.w
        changed = d + (10 - d) / 9 * (-w[6] * (g - 3))
        return clamp(w[7] * self.d0(4) + (1 - w[7]) * changed, 1, 10)

    def first(self, kind, value):
        if kind == 'rating':
            return self.w[value - 1], clamp(self.d0(value), 1, 10)
        p = value / 100
        return ((1 - p) * self.w[0].ln() + p * self.w[3].ln()).exp(), clamp(self.d0(1 + 3 * p), 1, 10)

    def next(self, kind, value, t, r, s, d):
        if kind == 'rating':
            return self.stability(value, t, r, s, d), self.difficulty(value, d)
        p = value / 100
        again, good = self.stability(1, t, r, s, d), self.stability(3, t, r, s, d)
        return ((1 - p) * again.ln() + p * good.ln()).exp(), self.difficulty(1 + 2 * p, d)


def random_weights(chance):
    weights = []
    for pair in BOUNDS.split('|'):
        low, high = (Decimal(end) for end in pair.split())
        weights.append(low + (high - low) * chance.below(10000) / 10000)
    weights[:4] = sorted(weights[:4])
    return [str(round(weight, 4)) for weight in weights]


def random_days(chance, s):
    """Mostly about when recall has fallen to 90 %, sometimes at once, sometimes much later."""
    kind = chance.below(8)
    if kind < 2:
        return 0
    return min(int(s * (1 + chance.below(300)) / (100 if kind < 6 else 10)) + 1, 36500)


def print_history(name, weights_name, fsrs, grades, days=None, chance=None):
    s = d = None
    for step, (kind, value) in enumerate(grades):
        if step == 0:
            t, r = 0, Decimal(1)
            s, d = fsrs.first(kind, value)
        else:
            t = days if days is not None else random_days(chance, s)
            r = fsrs.recall(t, s)
            s, d = fsrs.next(kind, value, t, r, s, d)
        interval = fsrs.interval(Decimal('0.9'), s)
        rounded = clamp((interval + Decimal('0.5')).to_integral_value(ROUND_FLOOR), 1, 36500)
        print(name, weights_name, kind, value, t, *(f'{number:.17e}' for number in (r, s, d, interval)), rounded, sep='\t')


def main():
    chance = Chance(20240615)
    weights = {'default': DEFAULT.split()} | {f'random{i}': random_weights(chance) for i in range(5)}
    names = list(weights)
    models = {name: Fsrs(weights[name]) for name in names}

    for name in names:
        print('weights', name, *weights[name], sep='\t')
    for i in range(20):
        name = names[i % len(names)]
        grades = [('rating', 1 + chance.below(4)) for _ in range(12)]
        print_history(f'rating{i}', name, models[name], grades, chance=chance)
    for i in range(20):
        name = names[i % len(names)]
        grades = [('score', Decimal(chance.below(1001)) / 10) for _ in range(12)]
        print_history(f'score{i}', name, models[name], grades, chance=chance)
    print_history('floor', 'default', models['default'], [('score', Decimal(0))] * 7, days=0)
    print_history('ceiling', 'default', models['default'], [('score', Decimal(100))] * 7, days=36500)
    print_history('same-day', 'default', models['default'], [('score', Decimal(55))] * 6, days=0)


main()
