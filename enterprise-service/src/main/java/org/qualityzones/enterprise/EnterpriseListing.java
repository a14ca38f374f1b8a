package org.qualityzones.enterprise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The SQL of one page of the list. Each way to a row (an area prefix, the own code, an agent's listing) is a branch of its
 * own that runs down an index in id order and stops at the limit, so that the cost does not grow with the table.
 */
final class EnterpriseListing {
    private final EnterpriseFilter filter;
    private final UUID after;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<String> branches = new ArrayList<>();

    EnterpriseListing(EnterpriseFilter filter, Visible visible, LocalDate today, UUID after, int limit) {
        this.filter = filter;
        this.after = after;
        parameters.put("limit", limit);
        visible.within(filter.area()).forEach(this::addArea);
        if (!visible.usccs().isEmpty()) {
            addOwn(visible.usccs(), today);
        }
    }

    /** Newest first, at most the limit; null where no row can be seen. */
    String sql() {
        if (branches.isEmpty()) {
            return null;
        }
        return "select e.* from enterprise e where e.id in (" + String.join(" union ", branches)
                + ") order by e.id desc limit :limit";
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void addArea(String prefix) {
        String name = "area" + branches.size();
        List<String> conditions = conditions();
        if (!prefix.isEmpty()) {
            narrow(conditions, name, prefix, below(prefix, name));
        }
        branches.add("(select x.id from enterprise x" + where(conditions) + " order by x.id desc limit :limit)");
    }

    private void addOwn(List<String> usccs, LocalDate today) {
        parameters.put("usccs", usccs.toArray(String[]::new));
        parameters.put("today", today);
        List<String> own = conditions();
        own.add("x.uscc = any(:usccs)");
        addAreaTo(own);
        branches.add("(select x.id from enterprise x" + where(own) + " order by x.id desc limit :limit)");
        List<String> listed = conditions();
        listed.add("l.agent_uscc = any(:usccs)");
        listed.add("l.from_day <= :today and (l.until_day is null or l.until_day >= :today)");
        addAreaTo(listed);
        branches.add("(select x.id from agent_listing l join enterprise x on x.id = l.enterprise_id" + where(listed)
                + " order by x.id desc limit :limit)");
    }

    private void addAreaTo(List<String> conditions) {
        narrow(conditions, "area", filter.area(), below(filter.area(), "area"));
    }

    private List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        narrow(conditions, "after", after, "x.id < :after");
        narrow(conditions, "class", name(filter.qualityClass()), "x.quality_class = :class");
        narrow(conditions, "status", name(filter.status()), "x.status = :status");
        narrow(
                conditions,
                "zone",
                filter.zone(),
                "x.uscc in (select m.uscc from zone_membership m where m.zone_code = :zone and m.active)");
        if (filter.search() != null) {
            parameters.put("grams", SearchText.grams(filter.search()));
            narrow(
                    conditions,
                    "search",
                    filter.search(),
                    "x.search_grams @> cast(:grams as text[]) and position(:search in x.search_text) > 0");
        }
        return conditions;
    }

    private void narrow(List<String> conditions, String name, Object value, String condition) {
        if (value != null) {
            parameters.put(name, value);
            conditions.add(condition);
        }
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String below(String prefix, String parameter) {
        return switch (prefix == null ? 0 : prefix.length()) {
            case 2 -> "x.province_code = :" + parameter;
            case 4 -> "x.city_code = :" + parameter;
            case 6 -> "x.area_code = :" + parameter;
            default -> "x.area_code like :" + parameter + " || '%'";
        };
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
