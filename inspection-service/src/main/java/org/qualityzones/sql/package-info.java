/** Reading by JDBC where an entity would be in the way, and where several answers are worth one wait. */
package org.qualityzones.sql;
