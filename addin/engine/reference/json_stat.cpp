// SPDX-License-Identifier: MPL-2.0
//
// JSON-stat 1.x and 2.0 (https://json-stat.org/full/), without trust in anything that the file says of its own size.
#include "reference/import_reader.hpp"

#include "table/text_match.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>

namespace trinvis::reference
{

namespace
{

using nlohmann::json;

constexpr std::size_t deepest = 32;
constexpr std::size_t most_json_bytes = 128 * megabyte;
constexpr std::size_t most_dimensions = 30;
constexpr std::size_t most_signs = 200;

ImportFault shape_fault(std::string part)
{
    return {"json-stat", std::nullopt, {{"part", std::move(part)}}, {}, SourceFormat::json_stat};
}

ImportFault size_fault(std::string part)
{
    return {"json-stat-size", std::nullopt, {{"part", std::move(part)}}, {}, SourceFormat::json_stat};
}

ImportFault index_fault(std::string part)
{
    return {"json-stat-index", std::nullopt, {{"part", std::move(part)}}, {}, SourceFormat::json_stat};
}

/// The deepest nesting of brackets outside texts.
std::size_t nesting_of(std::string_view text)
{
    std::size_t now = 0;
    std::size_t most = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at)
    {
        const char letter = text[at];
        if (quoted && letter == '\\')
            ++at;
        else if (letter == '"')
            quoted = !quoted;
        else if (!quoted && (letter == '{' || letter == '['))
            most = std::max(most, ++now);
        else if (!quoted && (letter == '}' || letter == ']') && now > 0)
            --now;
    }
    return most;
}

const json* member(const json& object, const char* key)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

std::string text_member(const json& object, const char* key)
{
    const json* text = member(object, key);
    return text && text->is_string() ? text->get<std::string>() : std::string{};
}

/// The one data set of a file: 2.0's object itself, 1.x's only member with dimensions.
std::variant<const json*, ImportFault> data_set_of(const json& file)
{
    if (!file.is_object())
        return shape_fault("dataset");
    if (text_member(file, "class") == "collection")
        return ImportFault{"json-stat-several", std::nullopt, {}, {}, SourceFormat::json_stat};
    if (member(file, "dimension"))
        return &file;
    const json* found = nullptr;
    for (const auto& [name, part] : file.items())
        if (member(part, "dimension"))
        {
            if (found)
                return ImportFault{"json-stat-several", std::nullopt, {}, {}, SourceFormat::json_stat};
            found = &part;
        }
    if (!found)
        return shape_fault("dataset");
    return found;
}

class DataSet
{
public:
    explicit DataSet(const json& set) : m_set(set)
    {
    }

    ReadResult read(std::string_view file_name)
    {
        m_table.format = SourceFormat::json_stat;
        m_table.file = std::string(file_name.substr(file_name.find_last_of("/\\") + 1));
        if (auto fault = read_dimensions())
            return *fault;
        if (auto fault = read_values())
            return *fault;
        describe();
        if (m_table.size() == 0)
            return ImportFault{"no-numbers", std::nullopt, {}, {}, SourceFormat::json_stat};
        return std::move(m_table);
    }

private:
    std::optional<ImportFault> read_dimensions()
    {
        const json* dimensions = member(m_set, "dimension");
        const json* ids = member(m_set, "id") ? member(m_set, "id") : member(*dimensions, "id");
        const json* sizes = member(m_set, "size") ? member(m_set, "size") : member(*dimensions, "size");
        const json* role = member(m_set, "role") ? member(m_set, "role") : member(*dimensions, "role");
        if (!ids || !ids->is_array() || ids->empty() || ids->size() > most_dimensions)
            return shape_fault("id");
        if (!sizes || !sizes->is_array() || sizes->size() != ids->size())
            return shape_fault("size");
        m_cells = 1;
        for (std::size_t i = 0; i < ids->size(); ++i)
        {
            const json& id = (*ids)[i];
            const json& size = (*sizes)[i];
            if (!id.is_string())
                return shape_fault("id");
            const std::string name = id.get<std::string>();
            if (!size.is_number_integer() || (!size.is_number_unsigned() && size.get<std::int64_t>() <= 0) ||
                size.get<std::uint64_t>() == 0 || size.get<std::uint64_t>() > most_observations)
                return size_fault(name);
            const std::size_t count = size.get<std::size_t>();
            if (count > most_observations / m_cells)
                return size_fault(name);
            m_cells *= count;
            m_sizes.push_back(count);
            const json* dimension = member(*dimensions, name.c_str());
            if (!dimension || !dimension->is_object() || m_table.variable(name))
                return shape_fault("dimension." + name);
            if (auto fault = read_dimension(name, *dimension, count))
                return fault;
            m_table.variables.back().role = role_of(name, role);
        }
        return std::nullopt;
    }

    [[nodiscard]] static VariableRole role_of(const std::string& name, const json* roles)
    {
        struct Role
        {
            const char* key;
            VariableRole role;
        };
        if (roles)
            for (const Role& role : {Role{"time", VariableRole::time}, Role{"metric", VariableRole::contents}})
                if (const json* names = member(*roles, role.key); names && names->is_array())
                    if (std::find(names->begin(), names->end(), json(name)) != names->end())
                        return role.role;
        return VariableRole::other;
    }

    std::optional<ImportFault> read_dimension(const std::string& name, const json& dimension, std::size_t count)
    {
        const std::string label = text_member(dimension, "label");
        Variable variable{name, label.empty() ? name : label, VariableRole::other, {}};
        const json* category = member(dimension, "category");
        if (!category || !category->is_object())
            return shape_fault("dimension." + name + ".category");
        const json* index = member(*category, "index");
        const json* labels = member(*category, "label");
        // A stated size is believed once as many categories are there.
        const std::size_t given = index && index->is_structured() ? index->size() : 1;
        if (given != count)
            return index_fault("dimension." + name + ".category.index");
        variable.categories.resize(count);
        std::vector<bool> taken(count);
        std::optional<ImportFault> fault;
        const auto put = [&](std::size_t position, const std::string& code)
        {
            if (position >= count || taken[position])
                fault = index_fault("dimension." + name + ".category.index." + code);
            else
            {
                taken[position] = true;
                variable.categories[position] = {code, code, {}};
            }
        };
        if (index && index->is_array())
        {
            for (std::size_t i = 0; i < count && !fault; ++i)
            {
                if (!(*index)[i].is_string())
                    return index_fault("dimension." + name + ".category.index");
                put(i, (*index)[i].get<std::string>());
            }
        }
        else if (index && index->is_object())
        {
            for (auto entry = index->begin(); entry != index->end() && !fault; ++entry)
            {
                const bool whole = entry.value().is_number_unsigned();
                put(whole ? entry.value().get<std::size_t>() : count, entry.key());
            }
        }
        else if (!index && labels && labels->is_object() && labels->size() == 1 && count == 1)
            put(0, labels->begin().key());
        else
            return shape_fault("dimension." + name + ".category.index");
        if (fault)
            return fault;
        if (std::find(taken.begin(), taken.end(), false) != taken.end())
            return index_fault("dimension." + name + ".category.index");
        const json* units = member(*category, "unit");
        for (Category& one : variable.categories)
        {
            if (labels)
                if (std::string text = text_member(*labels, one.code.c_str()); !text.empty())
                    one.text = std::move(text);
            if (const json* unit = units ? member(*units, one.code.c_str()) : nullptr)
                one.unit = unit_text(*unit);
        }
        m_table.variables.push_back(std::move(variable));
        return std::nullopt;
    }

    [[nodiscard]] static std::string unit_text(const json& unit)
    {
        const std::string base = text_member(unit, "base");
        return base.empty() ? text_member(unit, "label") : base;
    }

    std::optional<ImportFault> read_values()
    {
        const json* values = member(m_set, "value");
        if (!values || !(values->is_array() || values->is_object()))
            return shape_fault("value");
        if (values->is_array() ? values->size() != m_cells : values->size() > m_cells)
            return size_fault("value");
        const json* status = member(m_set, "status");
        if (status && status->is_array() && status->size() != m_cells && status->size() != 1)
            return size_fault("status");
        m_table.coordinates.resize(m_table.variables.size());
        if (values->is_array())
        {
            for (std::size_t i = 0; i < m_cells; ++i)
                if (auto fault = add(i, (*values)[i], status_of(status, i)))
                    return fault;
            return std::nullopt;
        }
        // A cell that an object leaves out is no observation, unless its status says why.
        std::map<std::size_t, const json*> by_cell;
        static const json nothing;
        for (const json* part : {status, values})
            if (part && part->is_object())
                for (auto entry = part->begin(); entry != part->end(); ++entry)
                {
                    const auto cell = cell_of(entry.key());
                    if (!cell)
                        return size_fault((part == values ? "value." : "status.") + entry.key());
                    by_cell[*cell] = part == values ? &entry.value() : &nothing;
                }
        for (const auto& [cell, value] : by_cell)
            if (auto fault = add(cell, *value, status_of(status, cell)))
                return fault;
        return std::nullopt;
    }

    [[nodiscard]] std::optional<std::size_t> cell_of(std::string_view key) const
    {
        constexpr std::size_t longest = 9;
        if (key.empty() || key.size() > longest || key.find_first_not_of("0123456789") != std::string_view::npos)
            return std::nullopt;
        std::size_t cell = 0;
        for (const char digit : key)
            cell = cell * 10 + static_cast<std::size_t>(digit - '0');
        return cell < m_cells ? std::optional(cell) : std::nullopt;
    }

    [[nodiscard]] static std::string status_of(const json* status, std::size_t cell)
    {
        if (!status)
            return {};
        const json* one = status;
        if (status->is_array())
            one = &(*status)[status->size() == 1 ? 0 : cell];
        else if (status->is_object())
            one = member(*status, std::to_string(cell).c_str());
        return one && one->is_string() ? one->get<std::string>() : std::string{};
    }

    std::optional<ImportFault> add(std::size_t cell, const json& value, const std::string& status)
    {
        const SourcePlace place{static_cast<std::uint32_t>(cell), 0};
        double number = 0;
        std::uint16_t sign = 0;
        if (value.is_number())
        {
            number = value.get<double>();
            if (!std::isfinite(number))
                return ImportFault{"json-stat", place, {{"part", "value"}}, {}, SourceFormat::json_stat};
            if (!status.empty())
                ++m_flags[status];
        }
        else if (value.is_null() || value.is_string())
        {
            const std::string text(trimmed(value.is_string() ? value.get<std::string>() : status));
            auto known = std::find(m_table.signs.begin(), m_table.signs.end(), text);
            if (known == m_table.signs.end())
            {
                if (m_table.signs.size() >= most_signs)
                    return ImportFault{"too-many-signs", place, {{"text", text}}, {}, SourceFormat::json_stat};
                m_table.signs.push_back(text);
                known = m_table.signs.end() - 1;
            }
            sign = static_cast<std::uint16_t>(known - m_table.signs.begin() + 1);
        }
        else
            return ImportFault{"json-stat", place, {{"part", "value"}}, {}, SourceFormat::json_stat};
        m_table.numbers.push_back(number);
        m_table.sign_of.push_back(sign);
        m_table.places.push_back(place);
        for (std::size_t i = m_sizes.size(); i > 0; --i)
        {
            m_table.coordinates[i - 1].push_back(static_cast<std::uint32_t>(cell % m_sizes[i - 1]));
            cell /= m_sizes[i - 1];
        }
        return std::nullopt;
    }

    void describe()
    {
        m_table.title = text_member(m_set, "label");
        m_table.source = text_member(m_set, "source");
        m_table.updated = text_member(m_set, "updated");
        if (const json* extension = member(m_set, "extension"))
            if (const json* px = member(*extension, "px"))
                m_table.table_id = text_member(*px, "tableid");
        if (m_table.table_id.empty())
            m_table.table_id = table_id_in(m_table.file);
        if (const json* notes = member(m_set, "note"); notes && notes->is_array())
            for (const json& note : *notes)
                if (note.is_string())
                    m_table.note += (m_table.note.empty() ? "" : " ") + note.get<std::string>();
        for (const auto& [flag, count] : m_flags)
            m_table.note += (m_table.note.empty() ? "" : " ") + flag + ": " + std::to_string(count) + ".";
        if (const json* links = member(m_set, "link"))
            if (const json* licences = member(*links, "license"); licences && licences->is_array())
                for (const json& licence : *licences)
                    if (m_table.licence.empty())
                        m_table.licence = text_member(licence, "href");
        if (const auto contents = m_table.variable_of(VariableRole::contents))
            if (const std::vector<Category>& categories = m_table.variables[*contents].categories;
                categories.size() == 1)
                m_table.unit = categories.front().unit;
    }

    const json& m_set;
    ImportedTable m_table;
    std::vector<std::size_t> m_sizes;
    std::size_t m_cells = 1;
    std::map<std::string, std::size_t> m_flags; ///< statuses of numbers
};

} // namespace

ReadResult read_json_stat(std::string_view bytes, std::string_view file_name)
{
    const ImportFault no_json{"json", std::nullopt, {}, {}, SourceFormat::json_stat};
    if (bytes.size() > most_json_bytes)
        return ImportFault{"too-large",
                           std::nullopt,
                           {{"megabytes", std::to_string(most_json_bytes / megabyte)}},
                           {},
                           SourceFormat::json_stat};
    if (nesting_of(bytes) > deepest)
        return no_json;
    const json file = json::parse(bytes, nullptr, false);
    if (file.is_discarded())
        return no_json;
    const auto set = data_set_of(file);
    if (const ImportFault* fault = std::get_if<ImportFault>(&set))
        return *fault;
    return DataSet(*std::get<const json*>(set)).read(file_name);
}

} // namespace trinvis::reference
