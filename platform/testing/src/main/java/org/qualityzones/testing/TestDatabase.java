package org.qualityzones.testing;

/**
 * Names of a service's database.
 *
 * @param ownerRole owns the schema (Flyway)
 * @param appRole the service runs as
 * @param password of both roles
 */
record TestDatabase(String name, String ownerRole, String appRole, String password) {

    static TestDatabase of(String service, String password) {
        return new TestDatabase("qz_" + service, service + "_owner", service + "_app", password);
    }
}
