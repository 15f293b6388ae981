// SPDX-License-Identifier: MPL-2.0
#include "rules/answers.hpp"

namespace trinvis::rules
{

namespace
{

constexpr char nothing[] = "";

template <typename Element>
std::span<const Element> kept(std::vector<Element> values, std::shared_ptr<const void>& owner)
{
    const auto shared = std::make_shared<const std::vector<Element>>(std::move(values));
    owner = shared;
    return *shared;
}

template <typename Element>
std::span<const Element> part_of(std::span<const Element> all, Rows rows)
{
    return all.size() <= 1 ? all : all.subspan(rows.first, rows.count);
}

} // namespace

std::size_t Answers::size() const
{
    switch (type)
    {
    case Type::number:
        return numbers.size();
    case Type::text:
        return texts.size();
    default:
        return truths.size();
    }
}

Answers Answers::part(Rows rows) const
{
    return {type, part_of(numbers, rows), part_of(texts, rows), part_of(truths, rows), owner};
}

Answers answers_of(std::vector<Value> numbers)
{
    Answers answers;
    answers.type = Type::number;
    answers.numbers = kept(std::move(numbers), answers.owner);
    return answers;
}

Answers answers_of(std::vector<std::string_view> texts)
{
    Answers answers;
    answers.type = Type::text;
    answers.texts = kept(std::move(texts), answers.owner);
    return answers;
}

Answers answers_of(std::vector<Truth> truths)
{
    Answers answers;
    answers.type = Type::truth;
    answers.truths = kept(std::move(truths), answers.owner);
    return answers;
}

std::string_view missing_text()
{
    return std::string_view(static_cast<const char*>(nothing));
}

bool is_missing(std::string_view text)
{
    return text.data() == static_cast<const char*>(nothing);
}

} // namespace trinvis::rules
