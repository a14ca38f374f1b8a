package org.qualityzones.impact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;

/** The pages of one report in order. Unless decisions are made meanwhile, the next page is read while one is decided. */
final class ImpactReading {

    private final ImpactCrew crew;
    private final ImpactPages pages;
    private final ImpactPace pace;
    private final Instant until;
    private ImpactPages.Place place;
    private Future<Page> ahead;
    private boolean end;

    ImpactReading(ImpactCrew crew, ImpactPages pages, ImpactPace pace, ImpactPages.Place from, Instant until) {
        this.crew = crew;
        this.pages = pages;
        this.pace = pace;
        this.place = from;
        this.until = until;
    }

    private record Page(List<ImpactPages.Decided> decided, boolean last) {}

    /** The next page, which may be empty only if it is the last. */
    List<ImpactPages.Decided> next() {
        Page page = ImpactCrew.result(ahead == null ? begin() : ahead);
        ahead = null;
        end = page.last();
        if (!page.decided().isEmpty()) {
            place = page.decided().getLast().place();
        }
        if (!end && !pace.isBeside()) {
            ahead = begin();
        }
        return page.decided();
    }

    /** Behind the last page that was given out. */
    ImpactPages.Place place() {
        return place;
    }

    /** Whether the last page was given out. */
    boolean isAtEnd() {
        return end;
    }

    private Future<Page> begin() {
        ImpactPages.Place from = place;
        int size = pace.page();
        return crew.read(() -> QuarkusTransaction.requiringNew().call(() -> {
            List<ImpactPages.Decided> decided = pages.after(from, until, size);
            return new Page(decided, decided.size() < size);
        }));
    }
}
