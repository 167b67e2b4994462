//! Migrations: what both ends are asked in which order, for each protocol, each flag, and each phase that fails.
use crate::{Method, check, methods};
use oxivirt::TypedParam;
use oxivirt::domain::MigrateParams;
use oxivirt_protocol::remote::{DriverFeature as Feature, Procedure};

const NO: Option<&str> = None;

const V1: &[Feature] = &[Feature::MIGRATION_V1, Feature::MIGRATION_DIRECT];
const V2: &[Feature] = &[Feature::MIGRATION_V2, Feature::MIGRATION_P2P, Feature::MIGRATION_OFFLINE];
const V2_XML: &[Feature] = &[Feature::MIGRATION_V2, Feature::XML_MIGRATABLE];
const V3: &[Feature] = &[
    Feature::MIGRATION_V3,
    Feature::MIGRATION_P2P,
    Feature::MIGRATION_DIRECT,
    Feature::MIGRATION_OFFLINE,
    Feature::MIGRATE_CHANGE_PROTECTION,
];
const V3_ALONE: &[Feature] = &[Feature::MIGRATION_V3];
const PARAMS: &[Feature] = &[
    Feature::MIGRATION_V3,
    Feature::MIGRATION_PARAMS,
    Feature::MIGRATION_P2P,
    Feature::MIGRATION_OFFLINE,
    Feature::MIGRATE_CHANGE_PROTECTION,
];

const PEER2PEER: u32 = 2;
const TUNNELLED: u32 = 4;
const PAUSED: u32 = 32;
const DISK: u32 = 64;
const INC: u32 = 128;
const PROTECTION: u32 = 256;
const OFFLINE: u32 = 1 << 10;
/// `VIR_MIGRATE_ABORT_ON_ERROR` and `VIR_MIGRATE_AUTO_CONVERGE`, which are the source's business.
const OF_SOURCE: u32 = 1 << 12 | 1 << 13;
const POSTCOPY_RESUME: u32 = 1 << 19;
const PARALLEL: u32 = 1 << 17;
const SYNCHRONOUS: u32 = 1 << 21;

fn plain() -> MigrateParams<'static> {
    MigrateParams { bandwidth: 5, ..MigrateParams::default() }
}

fn moved() -> MigrateParams<'static> {
    MigrateParams { name: Some("new".into()), uri: Some("tcp:there".into()), ..plain() }
}

fn changed() -> MigrateParams<'static> {
    MigrateParams { xml: Some("<domain/>".into()), ..moved() }
}

fn params() -> Vec<TypedParam<'static>> {
    let texts = [("migrate_uri", "tcp:there"), ("destination_name", "new"), ("destination_xml", "<domain/>")];
    let mut params = texts.map(|(name, text)| TypedParam::new(name, text)).to_vec();
    params.push(TypedParam::new("bandwidth", 5_u64));
    params
}

fn more() -> Vec<TypedParam<'static>> {
    [params(), vec![TypedParam::new("compression", "mt")]].concat()
}

pub(crate) const METHODS: &[Method] = methods! { o;
    o.with(&[]).migrate(&o.target, &plain(), 1);
    o.with(V1).migrate(&o.target, &plain(), 1);
    o.with(V1).migrate(&o.target, &moved(), (OF_SOURCE | 1).into());
    o.with(V1).migrate2(&o.target, &changed(), 1);
    o.paused(V1).migrate(&o.target, &moved(), 1);
    o.paused(V2).migrate(&o.target, &moved(), 1);
    o.paused(V3).migrate(&o.target, &moved(), 1);
    o.paused(V3).migrate(&o.target, &moved(), POSTCOPY_RESUME.into());
    o.paused(PARAMS).migrate3(&o.target, &[], 1);
    o.paused(PARAMS).migrate3(&o.target, &[], POSTCOPY_RESUME);
    o.failing(Procedure::DOMAIN_MIGRATE_PREPARE, V1).migrate(&o.target, &moved(), 1);
    o.failing(Procedure::DOMAIN_MIGRATE_PERFORM, V1).migrate(&o.target, &moved(), 1);
    o.failing(Procedure::DOMAIN_MIGRATE_FINISH, V1).migrate(&o.target, &moved(), 1);
    o.with(V2).migrate(&o.target, &plain(), 1);
    o.with(V2).migrate2(&o.target, &moved(), (OF_SOURCE | 1).into());
    o.with(V2_XML).migrate(&o.target, &moved(), 1 << 40);
    o.with(V2).migrate2(&o.target, &changed(), 1);
    o.failing(Procedure::DOMAIN_GET_XML_DESC, V2).migrate(&o.target, &moved(), 1);
    o.failing(Procedure::DOMAIN_MIGRATE_PREPARE2, V2).migrate(&o.target, &moved(), 1);
    o.failing(Procedure::DOMAIN_MIGRATE_PERFORM, V2).migrate(&o.target, &moved(), 1);
    o.failing(Procedure::DOMAIN_MIGRATE_FINISH2, V2).migrate(&o.target, &moved(), 1);

    o.with(V3).migrate(&o.target, &plain(), 1);
    o.with(V3).migrate2(&o.target, &changed(), (OF_SOURCE | 1).into());
    o.with(V3_ALONE).migrate2(&o.target, &changed(), 1);
    o.with(V3).migrate(&o.target, &moved(), (PROTECTION | PAUSED).into());
    o.with(V3_ALONE).migrate(&o.target, &moved(), PROTECTION.into());
    o.with(V3).migrate(&o.target, &moved(), OFFLINE.into());
    o.with(V3_ALONE).migrate(&o.target, &moved(), OFFLINE.into());
    o.with(V3).migrate(&o.target, &moved(), POSTCOPY_RESUME.into());
    o.with(V3).migrate3(&o.target, &params(), 1);
    o.with(V3).migrate3(&o.target, &more(), 1);
    o.failing(Procedure::DOMAIN_MIGRATE_BEGIN3, V3).migrate2(&o.target, &moved(), 1);
    o.failing(Procedure::DOMAIN_MIGRATE_PREPARE3, V3).migrate2(&o.target, &moved(), 1);
    o.failing(Procedure::DOMAIN_MIGRATE_PREPARE3, V3_ALONE).migrate2(&o.target, &moved(), 1);
    o.failing(Procedure::DOMAIN_MIGRATE_PERFORM3, V3).migrate2(&o.target, &moved(), 1);
    o.failing(Procedure::DOMAIN_MIGRATE_FINISH3, V3).migrate2(&o.target, &moved(), 1);
    o.failing(Procedure::DOMAIN_MIGRATE_CONFIRM3, V3).migrate2(&o.target, &moved(), 1);
    o.failing(Procedure::DOMAIN_GET_INFO, V3).migrate2(&o.target, &moved(), 1);

    o.with(PARAMS).migrate3(&o.target, &more(), 1);
    o.with(PARAMS).migrate3(&o.target, &[], OF_SOURCE | PROTECTION);
    o.with(PARAMS).migrate3(&o.target, &params(), OFFLINE);
    o.with(PARAMS).migrate3(&o.target, &params(), POSTCOPY_RESUME);
    o.with(PARAMS).migrate3(&o.target, &[TypedParam::new("destination_xml", 1)], 0);
    o.with(PARAMS).migrate3(&o.target, &[TypedParam::new("bandwidth", 1)], 0);
    o.with(PARAMS).migrate3(&o.target, &[TypedParam::new("migrate_uri", 1_u32)], 0);
    o.with(PARAMS).migrate3(&o.target, &[TypedParam::new("migrate_uri", 1_i64)], 0);
    o.with(PARAMS).migrate3(&o.target, &[TypedParam::new("migrate_uri", 1_u64)], 0);
    o.with(PARAMS).migrate3(&o.target, &[TypedParam::new("migrate_uri", 0.5)], 0);
    o.with(PARAMS).migrate3(&o.target, &[TypedParam::new("migrate_uri", true)], 0);
    o.with(PARAMS).migrate3(&o.target, &[TypedParam::new("bandwidth", "text")], 0);
    o.failing(Procedure::DOMAIN_MIGRATE_BEGIN3_PARAMS, PARAMS).migrate3(&o.target, &[], 0);
    o.failing(Procedure::DOMAIN_MIGRATE_PREPARE3_PARAMS, PARAMS).migrate3(&o.target, &[], 0);
    o.failing(Procedure::DOMAIN_MIGRATE_PERFORM3_PARAMS, PARAMS).migrate3(&o.target, &[], 0);
    o.failing(Procedure::DOMAIN_MIGRATE_FINISH3_PARAMS, PARAMS).migrate3(&o.target, &[], 0);
    o.failing(Procedure::DOMAIN_MIGRATE_CONFIRM3_PARAMS, PARAMS).migrate3(&o.target, &[], 0);
    o.failing(Procedure::DOMAIN_GET_STATE, PARAMS).migrate3(&o.target, &[], 0);
    o.failing(Procedure::CONNECT_SUPPORTS_FEATURE, PARAMS).migrate3(&o.target, &[], 0);

    o.with(V3).migrate(&o.target, &plain(), (DISK | INC).into());
    o.with(V3).migrate(&o.target, &plain(), DISK.into());
    o.with(V3).migrate(&o.target, &plain(), (TUNNELLED | PARALLEL).into());
    o.with(V3).migrate(&o.target, &plain(), TUNNELLED.into());
    o.with(V3).migrate(&o.target, &plain(), SYNCHRONOUS.into());
    o.with(V3).migrate(&o.target, &plain(), (SYNCHRONOUS | INC).into());
    o.with(V3).migrate3(&o.target, &[], DISK | INC);
    o.with(V3).migrate3(&o.target, &[], SYNCHRONOUS);
    o.with(V3).migrate3(&o.target, &[], PEER2PEER);
    o.with(V3).migrate3(&o.target, &[], TUNNELLED);
    o.with(V3_ALONE).migrate3(&o.target, &[], OFFLINE);
    o.with(V3_ALONE).migrate(&o.target, &plain(), PEER2PEER.into());
    o.with(V3).migrate(&o.target, &plain(), PEER2PEER.into());
    o.with(V3).migrate(&o.target, &MigrateParams { uri: Some("mirror://there/".into()), ..changed() }, PEER2PEER.into());
    o.with(PARAMS).migrate2(&o.target, &changed(), PEER2PEER.into());

    o.with(V3).migrate_to_uri("tcp:there", &moved(), 1);
    o.with(V3_ALONE).migrate_to_uri("tcp:there", &moved(), 1);
    o.with(V3).migrate_to_uri("mirror://there/", &moved(), PEER2PEER.into());
    o.with(V3).migrate_to_uri("mirror://there/", &moved(), (DISK | INC).into());
    o.with(V3).migrate_to_uri("mirror://there/", &moved(), (TUNNELLED | PARALLEL).into());
    o.with(V3).migrate_to_uri("mirror://there/", &moved(), SYNCHRONOUS.into());
    o.with(V3).migrate_to_uri("tcp:there", &moved(), OFFLINE.into());
    o.with(V1).migrate_to_uri("tcp:there", &moved(), OFFLINE.into());
    o.with(V1).migrate_to_uri("tcp:there", &moved(), 1);
    o.with(V2).migrate_to_uri("mirror://there/", &moved(), PEER2PEER.into());
    o.with(V2).migrate_to_uri("tcp:there", &moved(), 1);
    o.with(PARAMS).migrate_to_uri2(Some("mirror://there/"), &changed(), PEER2PEER.into());
    o.with(V3).migrate_to_uri2(Some("mirror://there/"), &changed(), PEER2PEER.into());
    o.with(V3).migrate_to_uri2(NO, &changed(), PEER2PEER.into());
    o.with(V3).migrate_to_uri2(NO, &changed(), 1);
    o.with(V2).migrate_to_uri2(Some("mirror://there/"), &moved(), PEER2PEER.into());
    o.with(V2).migrate_to_uri2(Some("mirror://there/"), &plain(), PEER2PEER.into());
    o.with(V2).migrate_to_uri2(Some("mirror://there/"), &changed(), PEER2PEER.into());
    o.with(V1).migrate_to_uri2(NO, &plain(), 1);
    o.with(V1).migrate_to_uri2(NO, &moved(), 1);
    o.with(V3).migrate_to_uri2(Some("mirror://localhost.example/"), &plain(), PEER2PEER.into());
    o.with(V3).migrate_to_uri2(Some("mirror:///system"), &plain(), PEER2PEER.into());
    o.with(V3).migrate_to_uri2(Some("mirror+unix:///system"), &plain(), PEER2PEER.into());
    o.with(V3).migrate_to_uri2(Some("mirror+ssh:///system?socket=/x"), &plain(), PEER2PEER.into());
    o.with(V3).migrate_to_uri2(Some("mirror+unix:///system?socket=/x"), &plain(), PEER2PEER.into());
    o.with(V3).migrate_to_uri2(Some("mirror://[/"), &plain(), PEER2PEER.into());
    o.with(PARAMS).migrate_to_uri3(Some("mirror://there/"), &more(), PEER2PEER);
    o.with(V3).migrate_to_uri3(Some("mirror://there/"), &more(), PEER2PEER);
    o.with(V3).migrate_to_uri3(Some("mirror://there/"), &params(), PEER2PEER);
    o.with(V3).migrate_to_uri3(NO, &params(), PEER2PEER);
    o.with(V3).migrate_to_uri3(NO, &params(), 1);
    o.with(V2).migrate_to_uri3(Some("mirror://there/"), &params(), PEER2PEER);
};

#[test]
fn migrations() {
    check("migration.txt", METHODS);
}
