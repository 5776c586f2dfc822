/** {@code bin/caravan send}: messages of the command line or of a CSV file, sent over the HTTP API of a gateway. */
package org.caravansms.send;
