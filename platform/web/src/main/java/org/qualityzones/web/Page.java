package org.qualityzones.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items at most as many as were asked for
 * @param nextCursor where the next page starts, or null on the last one
 */
public record Page<T>(List<T> items, String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /** Makes a page of a list that was fetched with one row more than the limit. */
    public static <T> Page<T> of(List<T> fetchedLimitPlusOne, PageRequest request, Function<T, UUID> id) {
        int limit = request.limit();
        if (fetchedLimitPlusOne.size() <= limit) {
            return new Page<>(fetchedLimitPlusOne, null);
        }
        List<T> items = fetchedLimitPlusOne.subList(0, limit);
        return new Page<>(items, PageRequest.cursor(id.apply(items.getLast())));
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), nextCursor);
    }

    /** 200 with {@code Link: rel="next"} when there is a next page; the target is relative to the public host. */
    public Response toResponse(UriInfo uri) {
        Response.ResponseBuilder response = Response.ok(this);
        if (nextCursor != null) {
            URI next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", nextCursor)
                    .build();
            response.header(HttpHeaders.LINK, "<" + next.getRawPath() + '?' + next.getRawQuery() + ">; rel=\"next\"");
        }
        return response.build();
    }
}
