/** Checks an installation before a change: its settings, certificates, ports, disk and providers. */
package org.caravansms.check;
