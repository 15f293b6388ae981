// SPDX-License-Identifier: MPL-2.0
#include "attack.hpp"

#include <glpk.h>

#include <map>
#include <memory>
#include <set>
#include <stdexcept>

namespace trinvis::tests
{

namespace
{

struct DeleteProblem
{
    void operator()(glp_prob* problem) const
    {
        glp_delete_prob(problem);
    }
};

int bounds_kind(double least, double most)
{
    return least == most ? GLP_FX : GLP_DB;
}

} // namespace

std::size_t Attack::unknown(double least, double most)
{
    m_unknowns.push_back({least, most});
    m_known_of.emplace_back();
    return m_unknowns.size() - 1;
}

void Attack::know(Sum sum, double least, double most)
{
    for (const auto& [unknown, factor] : sum)
        m_known_of[unknown].push_back(m_known.size());
    m_known.push_back({std::move(sum), least, most});
}

std::optional<double> Attack::extreme(std::size_t unknown, bool largest, std::optional<double> supposed) const
{
    // Only what hangs together with the unknown matters.
    std::map<std::size_t, int> columns{{unknown, 1}};
    std::set<std::size_t> rows;
    std::vector<std::size_t> open{unknown};
    while (!open.empty())
    {
        const std::size_t next = open.back();
        open.pop_back();
        for (const std::size_t row : m_known_of[next])
            if (rows.insert(row).second)
                for (const auto& [other, factor] : m_known[row].sum)
                    if (columns.try_emplace(other, static_cast<int>(columns.size()) + 1).second)
                        open.push_back(other);
    }
    glp_term_out(GLP_OFF);
    const std::unique_ptr<glp_prob, DeleteProblem> problem(glp_create_prob());
    glp_prob* p = problem.get();
    glp_set_obj_dir(p, largest ? GLP_MAX : GLP_MIN);
    glp_add_cols(p, static_cast<int>(columns.size()));
    for (const auto& [index, column] : columns)
    {
        const Range range = supposed && index == unknown ? Range{*supposed, *supposed} : m_unknowns[index];
        glp_set_col_bnds(p, column, bounds_kind(range.least, range.most), range.least, range.most);
        glp_set_col_kind(p, column, GLP_IV);
    }
    glp_set_obj_coef(p, columns.at(unknown), 1);
    if (!rows.empty())
        glp_add_rows(p, static_cast<int>(rows.size()));
    int at = 1;
    for (const std::size_t row : rows)
    {
        const Known& known = m_known[row];
        std::vector<int> indexes{0};
        std::vector<double> factors{0};
        for (const auto& [other, factor] : known.sum)
        {
            indexes.push_back(columns.at(other));
            factors.push_back(factor);
        }
        glp_set_row_bnds(p, at, bounds_kind(known.least, known.most), known.least, known.most);
        glp_set_mat_row(p, at++, static_cast<int>(known.sum.size()), indexes.data(), factors.data());
    }
    glp_iocp parameters;
    glp_init_iocp(&parameters);
    parameters.presolve = GLP_ON;
    parameters.msg_lev = GLP_MSG_OFF;
    const int failed = glp_intopt(p, &parameters);
    if (failed == GLP_ENOPFS || failed == GLP_ENODFS)
        return std::nullopt;
    if (failed != 0)
        throw std::runtime_error("the integer program could not be solved");
    if (glp_mip_status(p) != GLP_OPT)
        return std::nullopt;
    return glp_mip_obj_val(p);
}

std::optional<Range> Attack::range(std::size_t unknown) const
{
    const auto least = extreme(unknown, false);
    const auto most = least ? extreme(unknown, true) : std::nullopt;
    return most ? std::optional(Range{*least, *most}) : std::nullopt;
}

bool Attack::can_be(std::size_t unknown, double number) const
{
    return number >= m_unknowns[unknown].least && number <= m_unknowns[unknown].most &&
           extreme(unknown, false, number).has_value();
}

} // namespace trinvis::tests
