/**
 * What the services say to each other: immutable event records, additive only, one golden JSON file for each type.
 *
 * <p>An event's data is {@code {"change": …, "state": …, "version": 7, "validFrom": …, "recordedAt": …}}: what changed, and
 * the aggregate's whole public state after it. The records here are those two parts; {@link EnterpriseState} and {@link
 * EnterpriseRegistered} are the worked example. To add an event that your service owns:
 *
 * <ol>
 *   <li>a change record (past tense, small) and, once per aggregate, a state record: plain components of text, numbers,
 *       booleans, {@link java.time.Instant}, {@link java.time.LocalDate}, lists and further records of this package; codes
 *       and states are text, since enums may grow; no personal data; component names are the JSON names ({@code class_}
 *       stands for {@code class}: a trailing underscore is not written);
 *   <li>its type as a constant of {@link EventTypes} and its line in {@link EventContracts#ALL};
 *   <li>a golden file {@code src/test/resources/golden/<type>.json} with every field filled;
 *   <li>{@code mvn -pl platform/contracts test -Dupdate-snapshots} once, which writes the AsyncAPI description anew.
 * </ol>
 *
 * <p>Fields are only ever added. A reader takes an absent field as null (false, 0) and ignores one that it does not know.
 */
package org.qualityzones.contracts;
