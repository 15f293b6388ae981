// SPDX-License-Identifier: MPL-2.0
#include "table/evidence_text.hpp"

#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace trinvis
{

namespace
{

constexpr int longest_range = 20;
constexpr std::size_t longest_number = 4;

struct Word
{
    std::string_view text;
    ReferenceKind kind;
};

constexpr std::array<Word, 9> words{{{"nøgletal", ReferenceKind::figure},
                                     {"nøgletallene", ReferenceKind::figure},
                                     {"figure", ReferenceKind::figure},
                                     {"figures", ReferenceKind::figure},
                                     {"spørgsmål", ReferenceKind::question},
                                     {"question", ReferenceKind::question},
                                     {"questions", ReferenceKind::question},
                                     {"trin", ReferenceKind::step},
                                     {"step", ReferenceKind::step}}};

constexpr std::array<std::string_view, 2> spending_words{"udgifter", "spending"};
constexpr std::array<std::string_view, 3> number_words{"nr", "nr.", "no."};

/// A word, a number or a sign.
std::vector<std::string> tokens_of(std::string_view text)
{
    const std::string small = folded(text);
    std::vector<std::string> tokens;
    std::string current;
    const auto finish = [&]
    {
        if (!current.empty())
            tokens.push_back(std::move(current));
        current.clear();
    };
    for (std::size_t i = 0; i < small.size(); ++i)
    {
        const char letter = small[i];
        // An en dash is one sign of three bytes.
        if (small.compare(i, 3, "–") == 0)
        {
            finish();
            tokens.emplace_back("-");
            i += 2;
        }
        else if (letter == ' ' || letter == '\n' || letter == '\t')
            finish();
        else if (std::string_view(",;/-()[]:").find(letter) != std::string_view::npos)
        {
            finish();
            tokens.emplace_back(1, letter);
        }
        else
            current += letter;
    }
    finish();
    return tokens;
}

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

/// "3", "12." at the end of a sentence, "e1".
std::optional<std::string> number_in(std::string_view token)
{
    while (!token.empty() && (token.back() == '.' || token.back() == '?' || token.back() == '!'))
        token.remove_suffix(1);
    const std::string_view digits = !token.empty() && token[0] >= 'a' && token[0] <= 'z' ? token.substr(1) : token;
    if (digits.empty() || digits.size() > longest_number || !std::all_of(digits.begin(), digits.end(), is_digit))
        return std::nullopt;
    return std::string(token);
}

std::optional<int> whole(std::string_view number)
{
    int value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    return error == std::errc{} && end == number.data() + number.size() ? std::optional(value) : std::nullopt;
}

template <typename Words>
bool is_one_of(std::string_view token, const Words& known)
{
    return std::find(known.begin(), known.end(), token) != known.end();
}

std::optional<ReferenceKind> kind_of(std::string_view token)
{
    for (const Word& word : words)
        if (token == word.text)
            return word.kind;
    return std::nullopt;
}

void add(std::vector<Reference>& references, Reference reference)
{
    if (std::find(references.begin(), references.end(), reference) == references.end())
        references.push_back(std::move(reference));
}

void add_range(std::vector<Reference>& references, ReferenceKind kind, const std::string& first,
               const std::string& last)
{
    const auto from = whole(first);
    const auto to = whole(last);
    if (from && to && *from < *to && *to - *from <= longest_range)
        for (int number = *from + 1; number < *to; ++number)
            add(references, {kind, std::to_string(number)});
    add(references, {kind, last});
}

} // namespace

std::vector<Reference> references_in(std::string_view text)
{
    const std::vector<std::string> tokens = tokens_of(text);
    std::vector<Reference> references;
    for (std::size_t at = 0; at < tokens.size(); ++at)
    {
        auto kind = kind_of(tokens[at]);
        if (!kind)
            continue;
        if (*kind == ReferenceKind::step && at > 0 && is_one_of(tokens[at - 1], spending_words))
            kind = ReferenceKind::spending_step;
        std::size_t next = at + 1;
        if (next < tokens.size() && is_one_of(tokens[next], number_words))
            ++next;
        std::string previous;
        bool range = false;
        for (; next < tokens.size(); ++next)
        {
            if (const auto number = number_in(tokens[next]))
            {
                if (range && !previous.empty())
                    add_range(references, *kind, previous, *number);
                else
                    add(references, {*kind, *number});
                previous = *number;
                range = false;
                at = next;
            }
            else if (tokens[next] == "," || tokens[next] == "og" || tokens[next] == "and" || tokens[next] == "/")
                range = false;
            else if (tokens[next] == "-" || tokens[next] == "til" || tokens[next] == "to")
                range = true;
            else
                break;
        }
    }
    return references;
}

} // namespace trinvis
