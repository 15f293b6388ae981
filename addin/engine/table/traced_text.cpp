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
