/** Work that goes on after its request was answered: its progress, its rows, its end. */
package org.qualityzones.web.jobs;
