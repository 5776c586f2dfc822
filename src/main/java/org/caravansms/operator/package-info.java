/** Commands of the operator to the running gateway, over a Unix domain socket. */
package org.caravansms.operator;
