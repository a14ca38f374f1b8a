/** Reading by JDBC where an entity would be in the way. */
package org.qualityzones.sql;
