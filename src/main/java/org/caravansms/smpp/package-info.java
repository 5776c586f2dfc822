/** Alphabets of SMS that both directions need, 3GPP TS 23.038: octets to text and back, no I/O. */
package org.caravansms.smpp;
