// SPDX-License-Identifier: MPL-2.0
#include "benchmark/measure.hpp"

namespace trinvis
{

namespace
{

constexpr double confidence = 0.95;

std::optional<statistics::Interval> scaled(std::optional<statistics::Interval> interval, double factor)
{
    if (interval)
        interval = statistics::Interval{interval->lower * factor, interval->upper * factor};
    return interval;
}

} // namespace

Measured measure(const Figure& figure, const Value& numerator, const Value& denominator, const Value& value)
{
    Measured measured;
    if (!figure.value.empty())
    {
        measured.state = value.is_number() && value.number < 0 ? ValueState::missing : value.state;
        measured.value = value.number * figure.factor;
        if (measured.known() && figure.kind == FigureKind::count)
            measured.interval = statistics::rate(value.number, 1, figure.factor, confidence);
        return measured;
    }
    if (!numerator.is_number() || !denominator.is_number())
    {
        measured.state = numerator.is_number() ? denominator.state : numerator.state;
        return measured;
    }
    if (denominator.number == 0)
    {
        measured.state = ValueState::not_applicable;
        return measured;
    }
    const bool impossible = numerator.number < 0 || denominator.number < 0 ||
                            (figure.kind == FigureKind::share && numerator.number > denominator.number);
    measured.state = impossible ? ValueState::missing : ValueState::number;
    measured.numerator = numerator.number;
    measured.denominator = denominator.number;
    measured.value = numerator.number / denominator.number * figure.factor;
    if (!impossible && figure.kind == FigureKind::share)
        measured.interval = scaled(statistics::wilson(numerator.number, denominator.number, confidence), figure.factor);
    if (!impossible && figure.kind == FigureKind::rate)
        measured.interval = statistics::rate(numerator.number, denominator.number, figure.factor, confidence);
    return measured;
}

} // namespace trinvis
