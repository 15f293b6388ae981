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

Absence absence_of(ValueState state)
{
    switch (state)
    {
    case ValueState::number:
        return Absence::none;
    case ValueState::not_applicable:
        return Absence::not_applicable;
    case ValueState::confidential:
        return Absence::confidential;
    case ValueState::text:
    case ValueState::error:
        return Absence::invalid;
    default:
        return Absence::not_reported;
    }
}

void take_state(Measured& measured, ValueState state, bool impossible)
{
    measured.state = impossible ? ValueState::missing : state;
    measured.absence = impossible ? Absence::invalid : absence_of(state);
}

} // namespace

std::string_view absence_code(Absence absence)
{
    switch (absence)
    {
    case Absence::none:
        return "none";
    case Absence::not_applicable:
        return "not-applicable";
    case Absence::confidential:
        return "confidential";
    case Absence::other_definition:
        return "other-definition";
    case Absence::invalid:
        return "invalid";
    default:
        return "not-reported";
    }
}

Measured measure(const Figure& figure, const Value& numerator, const Value& denominator, const Value& value)
{
    Measured measured;
    if (!figure.value.empty())
    {
        take_state(measured, value.state, value.is_number() && value.number < 0);
        measured.value = value.number * figure.factor;
        if (measured.known() && figure.kind == FigureKind::count)
            measured.interval = statistics::rate(value.number, 1, figure.factor, confidence);
        return measured;
    }
    if (!numerator.is_number() || !denominator.is_number())
    {
        take_state(measured, numerator.is_number() ? denominator.state : numerator.state, false);
        return measured;
    }
    if (denominator.number == 0)
    {
        take_state(measured, ValueState::not_applicable, false);
        return measured;
    }
    const bool impossible = numerator.number < 0 || denominator.number < 0 ||
                            (figure.kind == FigureKind::share && numerator.number > denominator.number);
    take_state(measured, ValueState::number, impossible);
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
