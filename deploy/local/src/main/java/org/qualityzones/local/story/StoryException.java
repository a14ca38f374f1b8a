package org.qualityzones.local.story;

/** The story cannot go on: the suite answered something else than it should. */
public final class StoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoryException(String message) {
        super(message);
    }

    StoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
