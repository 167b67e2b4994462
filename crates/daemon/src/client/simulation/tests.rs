//! Many inputs made of one seed, and those that found something once.
use super::run;

/// Numbers that look random: xorshift64*.
struct Numbers(u64);

impl Numbers {
    fn byte(&mut self) -> u8 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 56) as u8
    }
}

/// Operations after which a client is connected and its connection open.
const OPEN: [u8; 12] = [0, 0, 0, 1, 0, 1, 10, 0, 13, 0, 15, 0];

#[test]
fn whatever_clients_do() {
    let mut numbers = Numbers(0x0d1c_e5ee_d000_0001);
    for round in 0..400 {
        let mut input = OPEN.to_vec();
        input[0] = numbers.byte();
        let length = usize::from(numbers.byte()) * 2;
        input.extend(std::iter::repeat_with(|| numbers.byte()).take(length));
        let done = std::panic::catch_unwind(|| run(&input));
        assert!(done.is_ok(), "round {round}: {input:?}");
    }
}

#[test]
fn a_goodbye_that_is_refused_is_none() {
    // A frame for CONNECT_CLOSE of a version that there is not, then a call.
    let mut input = OPEN.to_vec();
    input.extend([4, 0, 0, 0, 2, 2, 0, 0, 3]);
    input.extend([1, 5 << 2, 4]);
    run(&input);
}
