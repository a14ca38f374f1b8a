package org.qualityzones.enterprise;

import java.util.List;
import java.util.stream.Stream;

/**
 * Rows a caller may see.
 *
 * @param all every row
 * @param areas GB/T 2260 prefixes of its areas
 * @param usccs codes it acts for: its own rows and those that list it as their agent
 */
record Visible(boolean all, List<String> areas, List<String> usccs) {

    /** Area prefixes to look below when the caller asks for one area: the narrower of each pair, none where they are apart. */
    List<String> within(String area) {
        if (all) {
            return List.of(area == null ? "" : area);
        }
        Stream<String> own = areas.stream();
        return own.filter(prefix -> area == null || area.startsWith(prefix) || prefix.startsWith(area))
                .map(prefix -> area != null && area.length() > prefix.length() ? area : prefix)
                .distinct()
                .toList();
    }
}
