package org.qualityzones.web.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;

/** The rows of an import file as JSON, one after the other. */
public interface JsonRows extends Closeable {

    /** Whether there is another row. */
    boolean hasNext() throws IOException;

    /**
     * The next row; refuses a row that cannot be read and stands behind it afterwards.
     *
     * @throws org.qualityzones.web.Problem where the row is malformed
     */
    JsonNode next() throws IOException;
}
