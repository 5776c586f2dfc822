/** SMPP 3.4, and only here: alphabets, addresses, what a command_status means, and whether an SMSC is bound. */
package org.caravansms.smsc;
