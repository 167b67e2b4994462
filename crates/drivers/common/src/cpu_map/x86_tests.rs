use super::*;
use oxivirt_xml::domain::Arch;
use oxivirt_xml::tree::Document;
use oxivirt_xml::value::Value;

const MAP: &str = "<cpus>
  <vendor name='Intel' string='GenuineIntel'/><vendor name='AMD' string='AuthenticAMD'/>
  <feature name='one'><cpuid eax_in='0x01' edx='0x01'/></feature>
  <feature name='two'><cpuid eax_in='0x01' edx='0x02'/></feature>
  <feature name='both'><cpuid eax_in='1' edx='0x0c'/></feature>
  <feature name='msr'><msr index='0x10a' eax='0x1' edx='0x0'/></feature>
  <model name='old'><decode host='on' guest='on'/><feature name='one'/></model>
  <model name='new'><decode host='on' guest='on'/><vendor name='Intel'/><feature name='one'/><feature name='both'/>
    <feature name='gone' removed='yes'/></model>
  <model name='other'><model name='new'/><decode host='on' guest='off'/><vendor name='AMD'/></model>
</cpus>";

fn map() -> X86Map {
    let mut map = X86Map::default();
    let document = Document::parse(MAP.as_bytes(), oxivirt_model::ErrorDomain::CPU).unwrap();
    document.root().unwrap().children().try_for_each(|node| map.note(node)).unwrap();
    map
}

fn host(model: &str, vendor: Option<&str>, features: &[&str]) -> HostCpu {
    let features = features.iter().map(|&name| name.to_owned()).collect();
    let arch = Arch::parse("x86_64").unwrap();
    HostCpu { arch, model: model.to_owned(), vendor: vendor.map(str::to_owned), features }
}

fn told(features: &[Feature]) -> Vec<String> {
    features.iter().map(|feature| format!("{} {}", feature.policy.as_str(), feature.name)).collect()
}

fn common(cpus: &[HostCpu]) -> Result<Baseline> {
    map().baseline(cpus.first().unwrap(), cpus)
}

#[test]
fn what_all_hosts_have_is_described_by_the_closest_model() {
    let found = common(&[host("new", None, &["two", "msr"]), host("old", None, &["two", "msr"])]).unwrap();
    assert_eq!((found.model.as_str(), found.fixed, found.vendor), ("old", false, None));
    assert_eq!(told(&found.features), ["require two", "require msr"]);
    let mut same = common(&[host("new", Some("Intel"), &["two"]), host("new", Some("Intel"), &[])]).unwrap();
    assert_eq!((same.model.as_str(), same.fixed, same.vendor.as_deref()), ("new", true, Some("Intel")));
    assert_eq!(told(&same.features), ["disable gone"]);
    map().expand(&mut same).unwrap();
    assert_eq!(told(&same.features), ["require both", "disable gone", "require one"]);
}

#[test]
fn hosts_that_do_not_go_together_are_refused() {
    let text = |cpus: &[HostCpu]| common(cpus).unwrap_err().text().into_owned();
    assert!(text(&[host("none", None, &[])]).ends_with("Unknown CPU model none"));
    assert!(text(&[host("old", None, &["none"])]).ends_with("Unknown CPU feature none"));
    assert!(text(&[host("old", Some("none"), &[])]).ends_with("Unknown CPU vendor none"));
    assert!(text(&[host("new", None, &[]), host("other", Some("Intel"), &[])]).ends_with("differs from vendor Intel"));
    assert!(text(&[host("new", Some("Intel"), &[]), host("other", None, &[])]).ends_with("vendors do not match"));
}

#[test]
fn features_left_out_cost_more_and_more_but_not_all_are_counted() {
    let feature = |policy| Feature { policy, name: String::new() };
    let list = |require: usize, disable: usize| {
        let mut features = vec![feature(FeaturePolicy::Require); require];
        features.extend(vec![feature(FeaturePolicy::Disable); disable]);
        cost(&features)
    };
    assert_eq!(list(3, 0), (3, 0));
    assert_eq!(list(0, 1), (2, 2));
    assert_eq!(list(2, 2), (5, 2));
    assert_eq!(list(0, 3), (6, 5));
}
