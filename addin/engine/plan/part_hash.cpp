// SPDX-License-Identifier: MPL-2.0
#include "plan/part_hash.hpp"

#include "plan/text_hash.hpp"

namespace trinvis
{

namespace
{

/// Raised when the same content is to be drawn in another way, so that older documents get the new look.
constexpr std::int64_t drawn_version = 1;

class BlockHash
{
public:
    void operator()(const PlanParagraph& paragraph)
    {
        m_hash.add("paragraph");
        number(static_cast<int>(paragraph.look));
        m_hash.add(paragraph.text);
    }

    void operator()(const PlanHeading& heading)
    {
        m_hash.add("heading");
        number(heading.level);
        number(heading.new_page ? 1 : 0);
        m_hash.add(heading.text);
    }

    void operator()(const PlanTable& table)
    {
        m_hash.add("table");
        m_hash.add(table.name);
        m_hash.add(table.caption);
        for (const auto& row : table.rows)
        {
            number(static_cast<std::int64_t>(row.size()));
            for (const std::string& cell : row)
                m_hash.add(cell);
        }
        for (const int width : table.widths)
            number(width);
        for (const bool numeric : table.numeric)
            number(numeric ? 1 : 0);
    }

    void operator()(const PlanChart& chart)
    {
        const ChartContent& content = chart.content;
        m_hash.add("chart");
        number(static_cast<int>(content.kind));
        number(content.decimals);
        number(static_cast<int>(content.language));
        for (const std::string& text :
             {content.title, content.subtitle, content.x_title, content.y_title, content.alt_text})
            m_hash.add(text);
        for (const std::string& category : content.categories)
            m_hash.add(category);
        for (const double x : content.x)
            m_hash.add(x);
        for (const ChartSeries& series : content.series)
            add(series);
        for (const auto& end : {content.x_from, content.x_to, content.y_to})
            add(end);
    }

    [[nodiscard]] std::string text() const
    {
        return m_hash.text();
    }

private:
    void add(const ChartSeries& series)
    {
        m_hash.add(series.name);
        number(static_cast<int>(series.role));
        number(series.labelled ? static_cast<std::int64_t>(*series.labelled) : -1);
        number(series.label_below ? 1 : 0);
        for (const auto& value : series.y)
            add(value);
    }

    void add(const std::optional<double>& value)
    {
        if (value)
            m_hash.add(*value);
        else
            m_hash.add("none");
    }

    void number(std::int64_t value)
    {
        m_hash.add(value);
    }

    TextHash m_hash;
};

struct WordLines
{
    std::string lines;

    void add(const std::string& line)
    {
        lines += line + "\n";
    }
    void operator()(const PlanParagraph& paragraph)
    {
        add(paragraph.text);
    }
    void operator()(const PlanHeading& heading)
    {
        add(heading.text);
    }
    void operator()(const PlanTable& table)
    {
        add(table.caption);
        for (const auto& row : table.rows)
            for (const std::string& cell : row)
                add(cell);
    }
    void operator()(const PlanChart& /*chart*/)
    {
        add({});
    }
};

} // namespace

std::string part_hash(const PlanBlocks& blocks)
{
    BlockHash hash;
    for (const PlanBlock& block : blocks)
        std::visit(hash, block);
    TextHash versioned;
    versioned.add(drawn_version);
    versioned.add(hash.text());
    return versioned.text();
}

std::string part_words(const PlanBlocks& blocks)
{
    WordLines words;
    for (const PlanBlock& block : blocks)
        std::visit(words, block);
    return words.lines;
}

} // namespace trinvis
