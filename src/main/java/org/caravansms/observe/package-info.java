/** What monitoring reads on a port of its own, {@code /observe}: health, metrics in Prometheus's text, versions. */
package org.caravansms.observe;
