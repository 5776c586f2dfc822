/** The traces of messages by OpenTelemetry: spans around the steps of the routes, only where tracing is on. */
package org.caravansms.tracing;
