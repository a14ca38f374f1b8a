package org.qualityzones.alertimport;

import java.io.Closeable;
import java.io.IOException;
import org.qualityzones.alert.NewAlert;

/** The alerts of a file, one after the other; never more than one row in memory. */
interface AlertRowReader extends Closeable {

    boolean hasNext() throws IOException;

    /**
     * The next row's alert; stands behind a refused row afterwards.
     *
     * @throws org.qualityzones.web.Problem where the row cannot be an alert
     */
    NewAlert next() throws IOException;
}
