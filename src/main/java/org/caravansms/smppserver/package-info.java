/** The SMPP server: programs bind to it and submit messages; the Camel component {@code smpp-server}. */
package org.caravansms.smppserver;
