package org.qualityzones.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * A success: what an operation answers, before it becomes HTTP.
 *
 * @param status 200, 201 or 202
 * @param location path of the resource or job, or null; sent as it is, because only the gateway knows the public host
 * @param etag the resource's entity tag with its quotes, or null
 * @param body what becomes JSON, or null
 */
public record Answer(int status, String location, String etag, Object body) {

    /** 201 for a new resource of this version. */
    public static Answer created(String location, long version, Object body) {
        return new Answer(201, location, ETags.of(version), body);
    }

    /** 200 for a resource of this version. */
    public static Answer ok(long version, Object body) {
        return new Answer(200, null, ETags.of(version), body);
    }

    /** 200 for something without a version. */
    public static Answer ok(Object body) {
        return new Answer(200, null, null, body);
    }

    /** 202 for work that goes on: the location is the job's. */
    public static Answer accepted(String location, Object body) {
        return new Answer(202, location, null, body);
    }

    /** The answer as HTTP, for GET, PUT, PATCH and DELETE. */
    public Response toResponse() {
        return toResponse(body).build();
    }

    Response.ResponseBuilder toResponse(Object entity) {
        Response.ResponseBuilder response = Response.status(status).entity(entity);
        if (entity != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE);
        }
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            response.header(HttpHeaders.ETAG, etag);
        }
        return response;
    }
}
