package org.qualityzones.alertimport;

import java.util.Set;
import org.qualityzones.alert.NewAlert;

/** How one source's table is read. Pure: the same row is the same alert. */
interface TableFormat {

    /** Columns without which the file is another one. */
    Set<String> columns();

    /**
     * The alert that a row tells of.
     *
     * @throws org.qualityzones.web.Problem where the row lacks what an alert needs
     */
    NewAlert alert(FileRow row);
}
