// SPDX-License-Identifier: MPL-2.0
#include "reference/statbank_api.hpp"

#include "reference/place_text.hpp"
#include "reference/time_period.hpp"
#include "table/text_match.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <numeric>

namespace trinvis::reference
{

namespace
{

using nlohmann::json;

constexpr std::size_t latest_periods = 5;
constexpr std::size_t most_cells_counted = std::size_t{1} << 40;

std::string text_of(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

bool flag_of(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

std::optional<StatBankVariable> variable_of(const json& object)
{
    if (!object.is_object())
        return std::nullopt;
    StatBankVariable variable{
        text_of(object, "id"), text_of(object, "text"), flag_of(object, "elimination"), flag_of(object, "time"), {}};
    const auto values = object.find("values");
    if (variable.id.empty() || values == object.end() || !values->is_array() || values->empty())
        return std::nullopt;
    variable.values.reserve(values->size());
    for (const json& value : *values)
    {
        if (!value.is_object() || text_of(value, "id").empty())
            return std::nullopt;
        variable.values.push_back({text_of(value, "id"), text_of(value, "text")});
        if (variable.values.back().text.empty())
            variable.values.back().text = variable.values.back().id;
    }
    if (variable.text.empty())
        variable.text = variable.id;
    return variable;
}

std::vector<std::size_t> all_of(const StatBankVariable& variable)
{
    std::vector<std::size_t> places(variable.values.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    return places;
}

/// Most of its values are places.
bool is_geography(const StatBankVariable& variable, const Municipalities* municipalities)
{
    if (!municipalities || variable.time)
        return false;
    const auto places = std::count_if(
        variable.values.begin(), variable.values.end(),
        [&](const StatBankValue& value)
        { return recognise_place(std::string_view(value.text), *municipalities).kind != PlaceKind::unknown; });
    return 2 * static_cast<std::size_t>(places) > variable.values.size();
}

/// The value that stands for the whole: by the codes and words that StatBank uses.
std::size_t total_of(const StatBankVariable& variable)
{
    static constexpr std::array<std::string_view, 5> codes{"TOT", "IALT", "0", "00", "000"};
    const auto is_total = [](const StatBankValue& value)
    {
        const std::string text = folded(value.text);
        return std::find(codes.begin(), codes.end(), value.id) != codes.end() || text == "i alt" || text == "total" ||
               text.ends_with(" i alt");
    };
    const auto found = std::find_if(variable.values.begin(), variable.values.end(), is_total);
    return found == variable.values.end() ? 0 : static_cast<std::size_t>(found - variable.values.begin());
}

std::vector<std::size_t> proposed_periods(const StatBankVariable& variable, const Workbook& workbook)
{
    std::vector<std::size_t> all = all_of(variable);
    std::optional<Date> first_round;
    for (const Round& round : workbook.rounds)
        if (round.date && (!first_round || *round.date < *first_round))
            first_round = round.date;
    std::vector<std::size_t> chosen;
    if (first_round)
        for (const std::size_t place : all)
            if (const auto period = parse_period(variable.values[place].id);
                period && period->last >= Date{std::chrono::sys_days{*first_round} - std::chrono::days{366}})
                chosen.push_back(place);
    if (!chosen.empty())
        return chosen;
    return {all.end() - static_cast<std::ptrdiff_t>(std::min(latest_periods, all.size())), all.end()};
}

std::optional<std::size_t> value_named(const StatBankVariable& variable, std::string_view id_or_text)
{
    const std::string wanted = folded(id_or_text);
    for (const bool by_id : {true, false})
        for (std::size_t i = 0; i < variable.values.size(); ++i)
            if (folded(by_id ? variable.values[i].id : variable.values[i].text) == wanted)
                return i;
    return std::nullopt;
}

/// What a remembered mapping uses of a variable; nothing where it does not know the variable or its values.
std::vector<std::size_t> remembered_values(const StatBankVariable& variable, const ImportMapping& remembered)
{
    const auto known = std::find_if(remembered.variables.begin(), remembered.variables.end(),
                                    [&](const VariableChoice& choice)
                                    {
                                        const std::string code = folded(choice.variable);
                                        return code == folded(variable.id) || code == folded(variable.text);
                                    });
    std::vector<std::size_t> chosen;
    if (known == remembered.variables.end())
        return chosen;
    if (known->use == VariableUse::fixed)
    {
        if (const auto place = value_named(variable, known->category))
            chosen.push_back(*place);
    }
    else if (known->use == VariableUse::items)
        for (const ItemChoice& item : remembered.items)
            if (const auto place = value_named(variable, item.category); place && !item.item.empty())
                chosen.push_back(*place);
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    return chosen;
}

std::vector<std::string_view> parts_of(std::string_view text, char mark)
{
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; start <= text.size();)
    {
        const std::size_t end = std::min(text.find(mark, start), text.size());
        if (const std::string_view part = trimmed(text.substr(start, end - start)); !part.empty())
            parts.push_back(part);
        start = end + 1;
    }
    return parts;
}

/// "*", a range of neighbouring periods, or the ids one by one.
std::string values_text(const StatBankVariable& variable, const std::vector<std::size_t>& chosen)
{
    if (chosen.size() == variable.values.size())
        return "*";
    if (variable.time && chosen.size() > 2 && chosen.back() - chosen.front() + 1 == chosen.size())
        return ">=" + variable.values[chosen.front()].id + "<=" + variable.values[chosen.back()].id;
    std::string list;
    for (const std::size_t place : chosen)
        list += (list.empty() ? "" : ",") + variable.values[place].id;
    return list;
}

std::string without_last_slash(std::string_view address)
{
    while (address.ends_with('/'))
        address.remove_suffix(1);
    return std::string(address);
}

} // namespace

std::optional<StatBankTable> read_table_info(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    const json info = json::parse(text, nullptr, false);
    if (!info.is_object())
        return std::nullopt;
    StatBankTable table{
        text_of(info, "id"), text_of(info, "text"), text_of(info, "unit"), text_of(info, "updated"), {}, {}};
    if (const auto note = info.find("footnote"); note != info.end() && note->is_object())
        table.note = text_of(*note, "text");
    const auto variables = info.find("variables");
    if (table.id.empty() || variables == info.end() || !variables->is_array() || variables->empty())
        return std::nullopt;
    table.variables.reserve(variables->size());
    for (const json& one : *variables)
    {
        auto variable = variable_of(one);
        if (!variable)
            return std::nullopt;
        table.variables.push_back(std::move(*variable));
    }
    return table;
}

StatBankChoice propose_choice(const StatBankTable& table, const Workbook& workbook, const ImportMapping* remembered)
{
    StatBankChoice choice(table.variables.size());
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < table.variables.size(); ++i)
    {
        const StatBankVariable& variable = table.variables[i];
        if (variable.time)
            choice[i] = proposed_periods(variable, workbook);
        else if (is_geography(variable, workbook.municipalities) || !variable.elimination)
            choice[i] = all_of(variable);
        else
        {
            choice[i] = {total_of(variable)};
            open.push_back(i);
        }
        if (!remembered || variable.time)
            continue;
        if (std::vector<std::size_t> known = remembered_values(variable, *remembered); !known.empty())
        {
            choice[i] = std::move(known);
            std::erase(open, i);
        }
    }
    for (const std::size_t i : open)
    {
        std::vector<std::size_t> total = std::exchange(choice[i], all_of(table.variables[i]));
        if (cell_count(table, choice) > most_csv_cells)
            choice[i] = std::move(total);
    }
    return choice;
}

std::optional<std::string> set_choice(StatBankChoice& choice, const StatBankTable& table,
                                      const std::vector<std::string>& wanted)
{
    choice.resize(table.variables.size());
    for (const std::string& entry : wanted)
    {
        const std::size_t equals = entry.find('=');
        if (equals == std::string::npos)
            return entry;
        const std::string name = folded(std::string_view(entry).substr(0, equals));
        const auto variable = std::find_if(table.variables.begin(), table.variables.end(),
                                           [&](const StatBankVariable& one)
                                           { return folded(one.id) == name || folded(one.text) == name; });
        if (variable == table.variables.end())
            return entry;
        std::vector<std::size_t> chosen;
        for (const std::string_view part : parts_of(std::string_view(entry).substr(equals + 1), ','))
        {
            if (part == "*")
            {
                chosen = all_of(*variable);
                break;
            }
            const auto place = value_named(*variable, part);
            if (!place)
                return entry;
            chosen.push_back(*place);
        }
        if (chosen.empty())
            return entry;
        std::sort(chosen.begin(), chosen.end());
        chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
        choice[static_cast<std::size_t>(variable - table.variables.begin())] = std::move(chosen);
    }
    return std::nullopt;
}

std::size_t cell_count(const StatBankTable& table, const StatBankChoice& choice)
{
    std::size_t count = 1;
    for (std::size_t i = 0; i < table.variables.size(); ++i)
        count = std::min(most_cells_counted, count * (i < choice.size() ? choice[i].size() : 0));
    return count;
}

bool looks_like_table_id(std::string_view text)
{
    constexpr std::size_t longest = 20;
    const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    return !text.empty() && text.size() <= longest && is_letter(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

bool is_api_address(std::string_view text)
{
    for (const std::string_view scheme : {"https://", "http://"})
        if (text.starts_with(scheme))
        {
            const std::string_view rest = text.substr(scheme.size());
            return !rest.empty() && rest.front() != '/' &&
                   rest.find_first_of(" \t\r\n?#@\"<>") == std::string_view::npos;
        }
    return false;
}

std::string table_info_url(std::string_view address, std::string_view table, Language language)
{
    return without_last_slash(address) + "/tableinfo/" + percent_encoded(table) +
           "?lang=" + std::string(language_code(language)) + "&format=JSON";
}

std::optional<std::string> data_url(std::string_view address, const StatBankTable& table, const StatBankChoice& choice,
                                    Language language)
{
    std::string query = "?lang=" + std::string(language_code(language));
    for (std::size_t i = 0; i < table.variables.size() && i < choice.size(); ++i)
        query += "&" + percent_encoded(table.variables[i].id) + "=" +
                 percent_encoded(values_text(table.variables[i], choice[i]));
    if (query.size() > longest_query)
        return std::nullopt;
    const char* format = cell_count(table, choice) > most_csv_cells ? "/BULK" : "/CSV";
    return without_last_slash(address) + "/data/" + percent_encoded(table.id) + format + query;
}

std::string percent_encoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "-._~*";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char letter : text)
    {
        const auto byte = static_cast<unsigned char>(letter);
        if ((letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
            plain.find(letter) != std::string_view::npos)
            encoded += letter;
        else
        {
            encoded += '%';
            encoded += digits[byte >> 4U];
            encoded += digits[byte & 15U];
        }
    }
    return encoded;
}

} // namespace trinvis::reference
