// SPDX-License-Identifier: MPL-2.0
#include "table/traced_text.hpp"

#include <algorithm>

namespace trinvis
{

TracedText::TracedText(std::string plain) : text(std::move(plain))
{
}

TracedText::TracedText(const char* plain) : text(plain)
{
}

TracedText::TracedText(std::string number, NumberSource source) : text(std::move(number))
{
    if (!text.empty())
        traces.push_back({0, text.size(), std::move(source)});
}

TracedText& TracedText::operator+=(const TracedText& more)
{
    const std::size_t shift = text.size();
    text += more.text;
    for (Trace trace : Traces(more.traces))
    {
        trace.begin += shift;
        traces.push_back(std::move(trace));
    }
    return *this;
}

TracedText operator+(TracedText first, const TracedText& second)
{
    first += second;
    return first;
}

TracedText keyed_number(std::string number, std::string key)
{
    if (number.find_first_of("0123456789") == std::string::npos)
        return {std::move(number)};
    return {std::move(number), {.key = std::move(key), .sheet = {}, .cell = {}}};
}

TracedText format_traced(const Texts& texts, std::string_view key, const TracedReplacements& values)
{
    return fill_in_traced(texts.get(key), values);
}

TracedText count_traced(const Texts& texts, const std::string& key, std::size_t n, std::string number)
{
    return format_traced(texts, key + (n == 1 ? ".one" : ".many"),
                         {{"n", keyed_number(std::to_string(n), std::move(number))}});
}

void say(TracedText& text, const TracedText& sentence)
{
    if (!text.text.empty() && !sentence.text.empty())
        text += " ";
    text += sentence;
}

std::vector<std::string> plain_texts(std::vector<TracedText> texts)
{
    std::vector<std::string> plain;
    plain.reserve(texts.size());
    for (TracedText& text : texts)
        plain.push_back(std::move(text.text));
    return plain;
}

TracedText fill_in_traced(std::string_view sentence, const TracedReplacements& values)
{
    TracedText filled;
    while (!sentence.empty())
    {
        const std::size_t open = sentence.find('{');
        const std::size_t close = open == std::string_view::npos ? open : sentence.find('}', open);
        if (close == std::string_view::npos)
            break;
        filled.text.append(sentence.substr(0, open));
        const std::string_view name = sentence.substr(open + 1, close - open - 1);
        const auto value = std::find_if(values.begin(), values.end(),
                                        [name](const auto& candidate) { return candidate.first == name; });
        if (value != values.end())
            filled += value->second;
        else
            filled.text.append(sentence.substr(open, close - open + 1));
        sentence.remove_prefix(close + 1);
    }
    filled.text.append(sentence);
    return filled;
}

} // namespace trinvis
